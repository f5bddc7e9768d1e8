using Research.Numerics.Devices;

namespace Research.Numerics.Cpu;

/// <summary>
/// The kernels of one instruction set, on checked arguments; see <see cref="Device"/> for their meaning.
/// </summary>
internal abstract unsafe class Kernels
{
    public abstract void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, float* a, float* b, float* c, bool accumulate);

    public abstract void Add(int length, float* a, float* b, float* y);

    public abstract void EmbeddingForward(
        int rows, int time, int width, int* tokens, float* tokenTable, float* positionTable, float* x);

    public abstract void EmbeddingBackward(
        int rows, int time, int width, int* tokens, float* dx, int vocabulary, float* tokenGradient, int positions,
        float* positionGradient);

    public abstract void LayerNormForward(
        int rows, int width, float* x, float* gain, float* y, float* mean, float* rstd);

    public abstract void LayerNormBackward(
        int rows, int width, float* dy, float* x, float* gain, float* mean, float* rstd, float* dx, float* dgain,
        bool accumulate);

    public abstract void GeluForward(int length, float* x, float* y);

    public abstract void GeluBackward(int length, float* x, float* dy, float* dx);

    public abstract void AttentionForward(
        int batch, int time, int heads, int headSize, float* qkv, float* probabilities, float* y);

    public abstract void AttentionBackward(
        int batch, int time, int heads, int headSize, float* dy, float* qkv, float* probabilities, float* dqkv);

    public abstract void PathAttention(
        int paths, int longest, int heads, int headSize, int* offsets, int* queries, int* rows, float* qkv, float* y);

    public abstract void CrossEntropy(
        int rows, int vocabulary, float* logits, int* targets, float scale, float* losses, float* dlogits);

    public abstract void LogSoftmax(int rows, int vocabulary, float* logits, float* y);

    public abstract void BiasForward(int rows, int width, float* x, float* bias, float* y);

    public abstract void BiasBackward(int rows, int width, float* dy, float* dbias);

    public abstract void SigmoidForward(int length, float* x, float* y);

    public abstract void SigmoidBackward(int length, float* y, float* dy, float* dx);

    public abstract void SquaredError(
        int rows, int width, float* y, float* target, float scale, float* losses, float* dy);

    public abstract void AdamW(int length, float* p, float* g, float* m, float* v, in AdamWStep step);
}

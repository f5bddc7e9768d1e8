using Research.Numerics.Cpu.Simd;
using Research.Numerics.Devices;

namespace Research.Numerics.Cpu;

/// <summary>Kernels compiled for one vector width.</summary>
internal sealed unsafe class SimdKernels<TSimd, TVector>(WorkerPool pool, Workspaces workspaces) : Kernels
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    public override void MatMul(
        bool transposeA, bool transposeB, int m, int n, int k, float* a, float* b, float* c, bool accumulate) =>
        MatMul<TSimd, TVector>.Run(pool, workspaces, transposeA, transposeB, m, n, k, a, b, c, accumulate);

    public override void Add(int length, float* a, float* b, float* y) =>
        Cpu.Add.Run<TSimd, TVector>(pool, length, a, b, y);

    public override void EmbeddingForward(
        int rows, int time, int width, int* tokens, float* tokenTable, float* positionTable, float* x) =>
        Embedding<TSimd, TVector>.Forward(pool, rows, time, width, tokens, tokenTable, positionTable, x);

    public override void EmbeddingBackward(
        int rows, int time, int width, int* tokens, float* dx, int vocabulary, float* tokenGradient, int positions,
        float* positionGradient) =>
        Embedding<TSimd, TVector>.Backward(
            pool, workspaces, rows, time, width, tokens, dx, vocabulary, tokenGradient, positions, positionGradient);

    public override void LayerNormForward(
        int rows, int width, float* x, float* gain, float* y, float* mean, float* rstd) =>
        LayerNorm<TSimd, TVector>.Forward(pool, rows, width, x, gain, y, mean, rstd);

    public override void LayerNormBackward(
        int rows, int width, float* dy, float* x, float* gain, float* mean, float* rstd, float* dx, float* dgain,
        bool accumulate) =>
        LayerNorm<TSimd, TVector>.Backward(
            pool, workspaces, rows, width, dy, x, gain, mean, rstd, dx, dgain, accumulate);

    public override void GeluForward(int length, float* x, float* y) =>
        Gelu<TSimd, TVector>.Forward(pool, length, x, y);

    public override void GeluBackward(int length, float* x, float* dy, float* dx) =>
        Gelu<TSimd, TVector>.Backward(pool, length, x, dy, dx);

    public override void AttentionForward(
        int batch, int time, int heads, int headSize, float* qkv, float* probabilities, float* y) =>
        Attention<TSimd, TVector>.Forward(pool, workspaces, batch, time, heads, headSize, qkv, probabilities, y);

    public override void AttentionBackward(
        int batch, int time, int heads, int headSize, float* dy, float* qkv, float* probabilities, float* dqkv) =>
        Attention<TSimd, TVector>.Backward(
            pool, workspaces, batch, time, heads, headSize, dy, qkv, probabilities, dqkv);

    public override void PathAttention(
        int paths, int longest, int heads, int headSize, int* offsets, int* queries, int* rows, float* qkv, float* y) =>
        PathAttention<TSimd, TVector>.Run(
            pool, workspaces, paths, longest, heads, headSize, offsets, queries, rows, qkv, y);

    public override void CrossEntropy(
        int rows, int vocabulary, float* logits, int* targets, float scale, float* losses, float* dlogits) =>
        CrossEntropy<TSimd, TVector>.Run(pool, workspaces, rows, vocabulary, logits, targets, scale, losses, dlogits);

    public override void LogSoftmax(int rows, int vocabulary, float* logits, float* y) =>
        LogSoftmax<TSimd, TVector>.Run(pool, workspaces, rows, vocabulary, logits, y);

    public override void BiasForward(int rows, int width, float* x, float* bias, float* y) =>
        Bias<TSimd, TVector>.Forward(pool, rows, width, x, bias, y);

    public override void BiasBackward(int rows, int width, float* dy, float* dbias) =>
        Bias<TSimd, TVector>.Backward(pool, workspaces, rows, width, dy, dbias);

    public override void SigmoidForward(int length, float* x, float* y) =>
        Sigmoid<TSimd, TVector>.Forward(pool, length, x, y);

    public override void SigmoidBackward(int length, float* y, float* dy, float* dx) =>
        Sigmoid<TSimd, TVector>.Backward(pool, length, y, dy, dx);

    public override void SquaredError(
        int rows, int width, float* y, float* target, float scale, float* losses, float* dy) =>
        SquaredError<TSimd, TVector>.Run(pool, rows, width, y, target, scale, losses, dy);

    public override void AdamW(int length, float* p, float* g, float* m, float* v, in AdamWStep step) =>
        Cpu.AdamW.Run<TSimd, TVector>(pool, length, p, g, m, v, step);
}

// Kernels that reduce along rows, LANES work-items a row, ROWS rows a group: Reference/LayerNorm, CrossEntropy, LogSoftmax,
// SumOfSquares (rules S2, S2m, S3, S5). A row beyond the last takes part in the folds, with no elements.

#define ROW_KERNEL \
    __local float memory[ROWS * LANES]; \
    const int lane = LOCAL_ID % LANES; \
    const int row = GROUP_X * ROWS + LOCAL_ID / LANES; \
    __local float *lanes = memory + LANES * (LOCAL_ID / LANES)

__kernel void layer_norm_forward(
    int rows, int width, __global const float *x, int x0, __global const float *gain, int gain0, __global float *y, int y0,
    __global float *mean, int mean0, __global float *rstd, int rstd0)
{
    ROW_KERNEL;
    const int length = row < rows ? width : 0;
    const int at = x0 + row * width;
    float sum = 0.0f;
    for (int i = lane; i < length; i += LANES)
        sum = sum + x[at + i];
    sum = fold_sum(lanes, lane, sum);
    const float center = DIVIDE(sum, (float)width);
    float squares = 0.0f;
    for (int i = lane; i < length; i += LANES) {
        float d = x[at + i] - center;
        squares = FMA(d, d, squares);
    }

    squares = fold_sum(lanes, lane, squares);
    const float variance = DIVIDE(squares, (float)width);
    const float shifted = variance + 1e-5f;
    const float inverse = DIVIDE(1.0f, ROOT(shifted));
    for (int i = lane; i < length; i += LANES) {
        float h = (x[at + i] - center) * inverse;
        y[y0 + row * width + i] = h * gain[gain0 + i];
    }

    if (row < rows && lane == 0) {
        mean[mean0 + row] = center;
        rstd[rstd0 + row] = inverse;
    }
}

__kernel void layer_norm_backward(
    int rows, int width, __global const float *dy, int dy0, __global const float *x, int x0, __global const float *gain, int gain0,
    __global const float *mean, int mean0, __global const float *rstd, int rstd0, __global float *dx, int dx0)
{
    ROW_KERNEL;
    const int length = row < rows ? width : 0;
    const float center = row < rows ? mean[mean0 + row] : 0.0f;
    const float inverse = row < rows ? rstd[rstd0 + row] : 0.0f;
    float sum = 0.0f;
    float products = 0.0f;
    for (int i = lane; i < length; i += LANES) {
        float h = (x[x0 + row * width + i] - center) * inverse;
        float g = dy[dy0 + row * width + i] * gain[gain0 + i];
        sum = sum + g;
        products = FMA(g, h, products);
    }

    const float mean_g = DIVIDE(fold_sum(lanes, lane, sum), (float)width);
    const float mean_gh = DIVIDE(fold_sum(lanes, lane, products), (float)width);
    for (int i = lane; i < length; i += LANES) {
        float h = (x[x0 + row * width + i] - center) * inverse;
        float g = dy[dy0 + row * width + i] * gain[gain0 + i];
        float rest = g - mean_g;
        float t = FMA(-h, mean_gh, rest) * inverse;
        dx[dx0 + row * width + i] = dx[dx0 + row * width + i] + t;
    }
}

// The chains of one chunk of rows (z) for every column; parts: [chunks, width].
__kernel void layer_norm_gain_parts(
    int rows, int width, __global const float *dy, int dy0, __global const float *x, int x0, __global const float *mean, int mean0,
    __global const float *rstd, int rstd0, __global float *parts, int parts0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= width)
        return;
    int start = GROUP_Z * CHUNK;
    int end = start + CHUNK < rows ? start + CHUNK : rows;
    float chain = 0.0f;
    for (int r = start; r < end; r++) {
        float h = (x[x0 + r * width + i] - mean[mean0 + r]) * rstd[rstd0 + r];
        chain = FMA(dy[dy0 + r * width + i], h, chain);
    }

    parts[parts0 + GROUP_Z * width + i] = chain;
}

__kernel void cross_entropy(
    int rows, int vocabulary, float scale, __global const float *logits, int logits0, __global const int *targets,
    __global float *losses, int losses0, __global float *dlogits, int dlogits0)
{
    ROW_KERNEL;
    const int target = row < rows ? targets[row] : -1;
    const int length = target >= 0 ? vocabulary : 0;
    const int at = logits0 + row * vocabulary;
    const int to = dlogits0 + row * vocabulary;
    const float target_logit = target >= 0 ? logits[at + target] : 0.0f;
    float maximum = LEAST;
    for (int i = lane; i < length; i += LANES)
        maximum = logits[at + i] > maximum ? logits[at + i] : maximum;
    maximum = fold_maximum(lanes, lane, maximum);
    float sum = 0.0f;
    for (int i = lane; i < length; i += LANES) {
        float e = det_exp(logits[at + i] - maximum);
        dlogits[to + i] = e;
        sum = sum + e;
    }

    sum = fold_sum(lanes, lane, sum);
    if (target < 0) {
        if (row < rows) {
            for (int i = lane; i < vocabulary; i += LANES)
                dlogits[to + i] = 0.0f;
            if (lane == 0)
                losses[losses0 + row] = 0.0f;
        }

        return;
    }

    const float inverse = DIVIDE(1.0f, sum);
    for (int i = lane; i < length; i += LANES) {
        float p = dlogits[to + i] * inverse;
        dlogits[to + i] = (i == target ? p - 1.0f : p) * scale;
    }

    if (lane == 0) {
        float whole = det_log(sum) + maximum;
        losses[losses0 + row] = whole - target_logit;
    }
}

__kernel void log_softmax(int rows, int vocabulary, __global const float *logits, int logits0, __global float *y, int y0)
{
    ROW_KERNEL;
    const int length = row < rows ? vocabulary : 0;
    const int at = logits0 + row * vocabulary;
    float maximum = LEAST;
    for (int i = lane; i < length; i += LANES)
        maximum = logits[at + i] > maximum ? logits[at + i] : maximum;
    maximum = fold_maximum(lanes, lane, maximum);
    float sum = 0.0f;
    for (int i = lane; i < length; i += LANES)
        sum = sum + det_exp(logits[at + i] - maximum);
    sum = fold_sum(lanes, lane, sum);
    const float logarithm = det_log(sum);
    for (int i = lane; i < length; i += LANES) {
        float above = logits[at + i] - maximum;
        y[y0 + row * vocabulary + i] = above - logarithm;
    }
}

#define NORM_CHUNK 4096

// sums[c] = sum of squares of chunk c in double precision, where a product of two floats is exact; one chunk a group.
__kernel void square_sums(int length, __global const float *x, int x0, __global double *sums)
{
    __local double lanes[LANES];
    const int lane = LOCAL_ID;
    const int start = GROUP_X * NORM_CHUNK;
    const int end = start + NORM_CHUNK < length ? start + NORM_CHUNK : length;
    double sum = 0.0;
    for (int i = start + lane; i < end; i += LANES) {
        double square = (double)x[x0 + i] * (double)x[x0 + i];
        sum = sum + square;
    }

    lanes[lane] = sum;
    BARRIER;
    for (int stride = LANES / 2; stride > 0; stride /= 2) {
        if (lane < stride)
            lanes[lane] = lanes[lane] + lanes[lane + stride];
        BARRIER;
    }

    if (lane == 0)
        sums[GROUP_X] = lanes[0];
}

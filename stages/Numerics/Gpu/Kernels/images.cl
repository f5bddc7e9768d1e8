// Reference/Unfold (rule S10), MaxPool (S2m), Bias (S3), Sigmoid, SquaredError (S2). Images: [images, height, width, channels].

__kernel void unfold_forward(
    int length, int height, int width, int channels, int kernel_size, int padding, int places_down, int places_across,
    __global const float *x, int x0, __global float *patches, int patches0)
{
    int e = GROUP_X * FLAT + LOCAL_ID;
    if (e >= length)
        return;
    int square = kernel_size * kernel_size;
    int place = e / (channels * square);
    int k = e % (channels * square);
    int c = k / square;
    int row = place / places_across % places_down + k / kernel_size % kernel_size - padding;
    int column = place % places_across + k % kernel_size - padding;
    int image = place / (places_down * places_across);
    float value = 0.0f;
    if (row >= 0 && row < height && column >= 0 && column < width)
        value = x[x0 + ((image * height + row) * width + column) * channels + c];
    patches[patches0 + e] = value;
}

// A pixel gathers the gradients of the patches that it stands in, places ascending.
__kernel void unfold_backward(
    int length, int height, int width, int channels, int kernel_size, int padding, int places_down, int places_across,
    __global const float *dpatches, int dpatches0, __global float *dx, int dx0)
{
    int e = GROUP_X * FLAT + LOCAL_ID;
    if (e >= length)
        return;
    int c = e % channels;
    int column = e / channels % width;
    int row = e / (channels * width) % height;
    int image = e / (channels * width * height);
    float total = 0.0f;
    for (int down = row + padding - kernel_size + 1; down <= row + padding; down++) {
        for (int across = column + padding - kernel_size + 1; across <= column + padding; across++) {
            if (down >= 0 && down < places_down && across >= 0 && across < places_across) {
                int place = (image * places_down + down) * places_across + across;
                int k = (c * kernel_size + row + padding - down) * kernel_size + column + padding - across;
                total = total + dpatches[dpatches0 + place * channels * kernel_size * kernel_size + k];
            }
        }
    }

    dx[dx0 + e] = total;
}

// Where the first maximum of a square stands whose upper left pixel is at corner.
static int first_maximum(int size, int width, int channels, int corner, __global const float *x)
{
    int best = corner;
    for (int down = 0; down < size; down++) {
        for (int across = 0; across < size; across++) {
            int at = corner + (down * width + across) * channels;
            best = x[at] > x[best] ? at : best;
        }
    }

    return best;
}

__kernel void max_pool_forward(
    int length, int size, int height, int width, int channels, __global const float *x, int x0, __global float *y, int y0)
{
    int e = GROUP_X * FLAT + LOCAL_ID;
    if (e >= length)
        return;
    int c = e % channels;
    int across = e / channels % (width / size);
    int row = e / channels / (width / size);
    int down = row % (height / size);
    int image = row / (height / size);
    int corner = ((image * height + down * size) * width + across * size) * channels + c;
    y[y0 + e] = x[first_maximum(size, width, channels, x0 + corner, x)];
}

__kernel void max_pool_backward(
    int length, int size, int height, int width, int channels, __global const float *x, int x0, __global const float *dy, int dy0,
    __global float *dx, int dx0)
{
    int e = GROUP_X * FLAT + LOCAL_ID;
    if (e >= length)
        return;
    int c = e % channels;
    int across = e / channels % width / size;
    int down = e / (channels * width) % height / size;
    int image = e / (channels * width * height);
    float gradient = 0.0f;
    if (across < width / size && down < height / size) {
        int corner = ((image * height + down * size) * width + across * size) * channels + c;
        if (first_maximum(size, width, channels, x0 + corner, x) == x0 + e)
            gradient = dy[dy0 + ((image * (height / size) + down) * (width / size) + across) * channels + c];
    }

    dx[dx0 + e] = gradient;
}

__kernel void bias_forward(
    int length, int width, __global const float *x, int x0, __global const float *bias, int bias0, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i < length)
        y[y0 + i] = x[x0 + i] + bias[bias0 + i % width];
}

// The chains of one chunk of rows (z) for every column; parts: [chunks, width].
__kernel void bias_parts(int rows, int width, __global const float *dy, int dy0, __global float *parts, int parts0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= width)
        return;
    int start = GROUP_Z * CHUNK;
    int end = start + CHUNK < rows ? start + CHUNK : rows;
    float chain = 0.0f;
    for (int r = start; r < end; r++)
        chain = chain + dy[dy0 + r * width + i];
    parts[parts0 + GROUP_Z * width + i] = chain;
}

__kernel void sigmoid_forward(int length, __global const float *x, int x0, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= length)
        return;
    float denominator = 1.0f + det_exp(-x[x0 + i]);
    y[y0 + i] = DIVIDE(1.0f, denominator);
}

__kernel void sigmoid_backward(
    int length, __global const float *y, int y0, __global const float *dy, int dy0, __global float *dx, int dx0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= length)
        return;
    float rest = 1.0f - y[y0 + i];
    float slope = y[y0 + i] * rest;
    dx[dx0 + i] = dy[dy0 + i] * slope;
}

__kernel void squared_error(
    int rows, int width, float scale, __global const float *y, int y0, __global const float *target, int target0,
    __global float *losses, int losses0, __global float *dy, int dy0)
{
    ROW_KERNEL;
    const int length = row < rows ? width : 0;
    float sum = 0.0f;
    for (int i = lane; i < length; i += LANES) {
        float d = y[y0 + row * width + i] - target[target0 + row * width + i];
        sum = FMA(d, d, sum);
        dy[dy0 + row * width + i] = d * scale;
    }

    sum = fold_sum(lanes, lane, sum);
    if (row < rows && lane == 0)
        losses[losses0 + row] = sum;
}

// Element by element: Reference/Add, Gelu, AdamW, GatherRows.

__kernel void clear(int length, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i < length)
        y[y0 + i] = 0.0f;
}

__kernel void add(int length, __global const float *a, int a0, __global const float *b, int b0, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i < length)
        y[y0 + i] = a[a0 + i] + b[b0 + i];
}

static float gelu_z(float x)
{
    float square = x * x;
    float cubic = 0.044715f * square;
    float w = FMA(cubic, x, x);
    return 1.5957691216057308f * w;
}

__kernel void gelu_forward(int length, __global const float *x, int x0, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= length)
        return;
    float v = x[x0 + i];
    float e = det_exp(-gelu_z(v));
    float denominator = 1.0f + e;
    y[y0 + i] = DIVIDE(v, denominator);
}

__kernel void gelu_backward(
    int length, __global const float *x, int x0, __global const float *dy, int dy0, __global float *dx, int dx0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= length)
        return;
    float v = x[x0 + i];
    float e = det_exp(-gelu_z(v));
    float denominator = 1.0f + e;
    float s = DIVIDE(1.0f, denominator);
    float square = v * v;
    float slope = 1.5957691216057308f * FMA(0.134145f, square, 1.0f);
    float xs = v * s;
    float rest = 1.0f - s;
    float t = xs * rest;
    float derivative = FMA(t, slope, s);
    dx[dx0 + i] = dy[dy0 + i] * derivative;
}

static void adamw_element(
    int i, float rate, float beta1, float one_minus_beta1, float beta2, float one_minus_beta2, float correction1, float correction2,
    float epsilon, float decay, float clip, __global float *p, int p0, __global const float *g, int g0, __global float *m, int m0,
    __global float *v, int v0)
{
    float gradient = g[g0 + i] * clip;
    float mg = one_minus_beta1 * gradient;
    float first = FMA(beta1, m[m0 + i], mg);
    float vg = one_minus_beta2 * gradient;
    float vgg = vg * gradient;
    float second = FMA(beta2, v[v0 + i], vgg);
    m[m0 + i] = first;
    v[v0 + i] = second;
    float numerator = first * correction1;
    float corrected = second * correction2;
    float denominator = ROOT(corrected) + epsilon;
    float update = DIVIDE(numerator, denominator);
    float weight = p[p0 + i];
    update = FMA(decay, weight, update);
    p[p0 + i] = FMA(-rate, update, weight);
}

__kernel void adamw(
    int length, float rate, float beta1, float one_minus_beta1, float beta2, float one_minus_beta2, float correction1,
    float correction2, float epsilon, float decay, float clip, __global float *p, int p0, __global const float *g, int g0,
    __global float *m, int m0, __global float *v, int v0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i < length)
        adamw_element(
            i, rate, beta1, one_minus_beta1, beta2, one_minus_beta2, correction1, correction2, epsilon, decay, clip, p, p0, g, g0, m, m0,
            v, v0);
}

__kernel void gather_rows(
    int rows, int width, __global const int *indices, __global const float *x, int x0, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i < rows * width)
        y[y0 + i] = x[x0 + indices[i / width] * width + i % width];
}

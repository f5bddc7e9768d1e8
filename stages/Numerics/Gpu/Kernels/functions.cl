// Elementary functions (rule S6): Reference/FloatFunctions.

static float det_exp(float x)
{
    x = x < -87.0f ? -87.0f : x;
    x = x > 88.0f ? 88.0f : x;
    float shifted = FMA(x, 1.44269504088896341f, 12582912.0f);
    int n = AS_INT(shifted) - 0x4B400000;
    float f = shifted - 12582912.0f;
    float r = FMA(f, -0.693359375f, x);
    r = FMA(f, 2.12194440e-4f, r);
    float p = 1.9875691500e-4f;
    p = FMA(p, r, 1.3981999507e-3f);
    p = FMA(p, r, 8.3334519073e-3f);
    p = FMA(p, r, 4.1665795894e-2f);
    p = FMA(p, r, 1.6666665459e-1f);
    p = FMA(p, r, 5.0000001201e-1f);
    float r2 = r * r;
    p = FMA(p, r2, r);
    p = p + 1.0f;
    return p * AS_FLOAT((n + 127) << 23);
}

// Of a sum of exponentials, which is at least 1: the cases of zero, negative and infinite arguments are left out.
static float det_log(float x)
{
    float offset = 0.0f;
    if (x < 1.17549435e-38f) {
        x = x * 33554432.0f;
        offset = -25.0f;
    }

    int bits = AS_INT(x);
    int exponent = (bits - 0x3F2AAAAB) >> 23;
    float f = AS_FLOAT(bits - (exponent << 23)) - 1.0f;
    float n = (float)exponent + offset;
    float p = -0.128916862037f;
    p = FMA(p, f, 0.139844367597f);
    p = FMA(p, f, -0.121842608602f);
    p = FMA(p, f, 0.140058689542f);
    p = FMA(p, f, -0.166804873492f);
    p = FMA(p, f, 0.200104059252f);
    p = FMA(p, f, -0.249997976732f);
    p = FMA(p, f, 0.333332159823f);
    float f2 = f * f;
    float pf = p * f;
    float half_f2 = -0.5f * f2;
    float t = FMA(pf, f2, half_f2);
    t = FMA(n, -2.12194440e-4f, t);
    float sum = f + t;
    return FMA(n, 0.693359375f, sum);
}

// Rule S2: the lanes of a row, folded by halves; every lane gets the result. On NVIDIA a row is a warp, and adding
// crosswise gives each lane the bits of lane 0, because addition commutes.

#ifdef PTX
static float fold_sum(__local float *lanes, int lane, float value)
{
    for (int stride = LANES / 2; stride > 0; stride /= 2)
        value = value + AS_FLOAT(__nvvm_shfl_sync_bfly_i32(0xFFFFFFFF, AS_INT(value), stride, 0x1F));
    return value + 0.0f;
}

static float fold_maximum(__local float *lanes, int lane, float value)
{
    for (int stride = LANES / 2; stride > 0; stride /= 2) {
        float other = AS_FLOAT(__nvvm_shfl_sync_bfly_i32(0xFFFFFFFF, AS_INT(value), stride, 0x1F));
        value = other > value ? other : value;
    }

    return value;
}
#else
static float fold_sum(__local float *lanes, int lane, float value)
{
    lanes[lane] = value;
    BARRIER;
    for (int stride = LANES / 2; stride > 0; stride /= 2) {
        if (lane < stride)
            lanes[lane] = lanes[lane] + lanes[lane + stride];
        BARRIER;
    }

    float sum = lanes[0] + 0.0f;
    BARRIER;
    return sum;
}

static float fold_maximum(__local float *lanes, int lane, float value)
{
    lanes[lane] = value;
    BARRIER;
    for (int stride = LANES / 2; stride > 0; stride /= 2) {
        if (lane < stride)
            lanes[lane] = lanes[lane + stride] > lanes[lane] ? lanes[lane + stride] : lanes[lane];
        BARRIER;
    }

    float maximum = lanes[0];
    BARRIER;
    return maximum;
}
#endif

// Least float: the neutral element of the maximum of finite numbers (rule S2m).
#define LEAST -3.402823466e38f

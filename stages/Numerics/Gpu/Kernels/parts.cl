// Sums of parts in order, for work that was cut at multiples of CHUNK: rules S1, S3, S4.

// y = (go on ? y : +0) + part 0 + part 1 + ... ; parts: [count, length].
__kernel void add_parts(
    int count, int length, int accumulate, __global const float *parts, int parts0, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= length)
        return;
    float total = accumulate ? y[y0 + i] : 0.0f;
    for (int part = 0; part < count; part++)
        total = total + parts[parts0 + part * length + i];
    y[y0 + i] = total;
}

// y = y + (+0 + part 0 + part 1 + ...): what was there comes first, in one plain add.
__kernel void add_sum_of_parts(int count, int length, __global const float *parts, int parts0, __global float *y, int y0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= length)
        return;
    float total = 0.0f;
    for (int part = 0; part < count; part++)
        total = total + parts[parts0 + part * length + i];
    y[y0 + i] = y[y0 + i] + total;
}

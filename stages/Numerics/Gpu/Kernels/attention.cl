// Reference/Attention and PathAttention (rule S7). The products of attention are batches of NAME (matmul.cl); here is what stands
// between them, one row of a head's matrix for each LANES work-items. Entries beyond the diagonal are +0.

// scores -> probabilities, in place. p: [batch * heads, time, time].
__kernel void attention_softmax(int rows, int time, float scale, __global float *p, int p0)
{
    ROW_KERNEL;
    const int length = row < rows ? row % time + 1 : 0;
    const int at = p0 + row * time;
    float maximum = LEAST;
    for (int j = lane; j < length; j += LANES) {
        float s = p[at + j] * scale;
        p[at + j] = s;
        maximum = s > maximum ? s : maximum;
    }

    maximum = fold_maximum(lanes, lane, maximum);
    float sum = 0.0f;
    for (int j = lane; j < length; j += LANES) {
        float e = det_exp(p[at + j] - maximum);
        p[at + j] = e;
        sum = sum + e;
    }

    sum = fold_sum(lanes, lane, sum);
    if (row >= rows)
        return;
    const float inverse = DIVIDE(1.0f, sum);
    for (int j = lane; j < time; j += LANES)
        p[at + j] = j < length ? p[at + j] * inverse : 0.0f;
}

// gradients of probabilities -> gradients of scores, in place. p, ds: [batch * heads, time, time].
__kernel void attention_score_gradient(
    int rows, int time, float scale, __global const float *p, int p0, __global float *ds, int ds0)
{
    ROW_KERNEL;
    const int length = row < rows ? row % time + 1 : 0;
    float products = 0.0f;
    for (int j = lane; j < length; j += LANES)
        products = FMA(p[p0 + row * time + j], ds[ds0 + row * time + j], products);
    const float mean = fold_sum(lanes, lane, products);
    if (row >= rows)
        return;
    for (int j = lane; j < time; j += LANES) {
        float rest = ds[ds0 + row * time + j] - mean;
        float t = p[p0 + row * time + j] * rest;
        ds[ds0 + row * time + j] = j < length ? t * scale : 0.0f;
    }
}

// One query of one path and one head for each LANES work-items. scores: [queries of all paths * heads, longest], scratch.
__kernel void path_attention(
    int paths, int longest, int heads, int head_size, int all_queries, float scale, __global const int *offsets,
    __global const int *queries, __global const int *rows, __global const float *qkv, int qkv0, __global float *y, int y0,
    __global float *scores, int scores0)
{
    ROW_KERNEL;
    const int width = heads * head_size;
    const int query = row / heads;
    const int head = row % heads;
    int path = 0;
    int length = 0;
    if (query < all_queries) {
        // The last path that begins at or before this query: those that ask nothing come before it.
        int above = paths;
        while (above - path > 1) {
            int middle = (path + above) / 2;
            if (queries[middle] <= query)
                path = middle;
            else
                above = middle;
        }

        int asked = queries[path + 1] - queries[path];
        length = offsets[path + 1] - offsets[path] - asked + (query - queries[path]) + 1;
    }

    const int first = offsets[path];
    const int q = length > 0 ? qkv0 + rows[first + length - 1] * 3 * width + head * head_size : 0;
    const int s = scores0 + row * longest;
    float maximum = LEAST;
    for (int j = lane; j < length; j += LANES) {
        int key = qkv0 + (rows[first + j] * 3 + 1) * width + head * head_size;
        float total = 0.0f;
        for (int start = 0; start < head_size; start += CHUNK) {
            int end = start + CHUNK < head_size ? start + CHUNK : head_size;
            float chain = 0.0f;
            for (int d = start; d < end; d++)
                chain = FMA(qkv[q + d], qkv[key + d], chain);
            total = total + chain;
        }

        float score = total * scale;
        scores[s + j] = score;
        maximum = score > maximum ? score : maximum;
    }

    maximum = fold_maximum(lanes, lane, maximum);
    float sum = 0.0f;
    for (int j = lane; j < length; j += LANES) {
        float e = det_exp(scores[s + j] - maximum);
        scores[s + j] = e;
        sum = sum + e;
    }

    sum = fold_sum(lanes, lane, sum);
    const float inverse = DIVIDE(1.0f, sum);
    for (int j = lane; j < length; j += LANES)
        scores[s + j] = scores[s + j] * inverse;
    GLOBAL_BARRIER;
    if (length == 0)
        return;
    for (int d = lane; d < head_size; d += LANES) {
        float total = 0.0f;
        for (int start = 0; start < length; start += CHUNK) {
            int end = start + CHUNK < length ? start + CHUNK : length;
            float chain = 0.0f;
            for (int j = start; j < end; j++)
                chain = FMA(scores[s + j], qkv[qkv0 + (rows[first + j] * 3 + 2) * width + head * head_size + d], chain);
            total = total + chain;
        }

        y[y0 + query * width + head * head_size + d] = total;
    }
}

// Reference/Embedding (rule S4).

__kernel void embedding_forward(
    int rows, int time, int width, __global const int *tokens, __global const float *token_table, int token0,
    __global const float *position_table, int position0, __global float *x, int x0)
{
    int e = GROUP_X * FLAT + LOCAL_ID;
    if (e >= rows * width)
        return;
    int r = e / width;
    int i = e % width;
    x[x0 + e] = token_table[token0 + tokens[r] * width + i] + position_table[position0 + (r % time) * width + i];
}

// The chains of one chunk of rows (z) for every token and column; parts: [chunks, vocabulary * width].
__kernel void embedding_token_parts(
    int rows, int vocabulary, int width, __global const int *tokens, __global const float *dx, int dx0, __global float *parts,
    int parts0)
{
    int e = GROUP_X * FLAT + LOCAL_ID;
    if (e >= vocabulary * width)
        return;
    int token = e / width;
    int i = e % width;
    int start = GROUP_Z * CHUNK;
    int end = start + CHUNK < rows ? start + CHUNK : rows;
    float chain = 0.0f;
    for (int r = start; r < end; r++) {
        if (tokens[r] == token)
            chain = chain + dx[dx0 + r * width + i];
    }

    parts[parts0 + GROUP_Z * vocabulary * width + e] = chain;
}

__kernel void embedding_positions(
    int rows, int time, int width, int positions, __global const float *dx, int dx0, __global float *gradient, int gradient0)
{
    int e = GROUP_X * FLAT + LOCAL_ID;
    if (e >= positions * width)
        return;
    int position = e / width;
    int i = e % width;
    int batches = position < time ? (rows - position + time - 1) / time : 0;
    float total = 0.0f;
    for (int start = 0; start < batches; start += CHUNK) {
        int end = start + CHUNK < batches ? start + CHUNK : batches;
        float chain = 0.0f;
        for (int b = start; b < end; b++)
            chain = chain + dx[dx0 + (b * time + position) * width + i];
        total = total + chain;
    }

    gradient[gradient0 + e] = total;
}

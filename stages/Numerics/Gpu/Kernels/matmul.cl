// C = op(A) op(B), rule S1: Reference/MatMul. A group of 256 work-items computes TILE x TILE elements, each of them PER x PER in
// blocks of 4 x 4. Transpositions are strides; what lies beyond an edge is +0, which changes no bit. Batches: one product for each
// z, whose operands begin at (z / inner) * outer stride + (z % inner) * inner stride.
//
// parts > 0 (one batch only): group z computes the chain of chunk z alone and writes it to c + z * m * n; add_parts adds them in order.
// So a product with few tiles and many chunks still fills a device, with the same bits.
//
// Compiled once for each TILE, as NAME.
__kernel void NAME(
    int m, int n, int k, int accumulate, int parts, int inner,
    __global const float *restrict a, int a0, int row_of_a, int step_of_a, int outer_a, int inner_a,
    __global const float *restrict b, int b0, int column_of_b, int step_of_b, int outer_b, int inner_b,
    __global float *c, int c0, int row_of_c, int outer_c, int inner_c)
{
    __local float tile_a[DEPTH][TILE + 4] __attribute__((aligned(16)));
    __local float tile_b[DEPTH][TILE + 4] __attribute__((aligned(16)));
    const int item = LOCAL_ID;
    const int across = 4 * (item % 16);
    const int down = 4 * (item / 16);
    const int first_row = GROUP_Y * TILE;
    const int first_column = GROUP_X * TILE;
    const int z = GROUP_Z;
    int start = 0;
    int end = k;
    if (parts > 0) {
        start = z * CHUNK;
        end = start + CHUNK < k ? start + CHUNK : k;
        c0 += z * m * n;
    } else {
        a0 += (z / inner) * outer_a + (z % inner) * inner_a;
        b0 += (z / inner) * outer_b + (z % inner) * inner_b;
        c0 += (z / inner) * outer_c + (z % inner) * inner_c;
    }

    float total[PER][PER];
    float chain[PER][PER];
#pragma unroll
    for (int r = 0; r < PER; r++) {
#pragma unroll
        for (int s = 0; s < PER; s++) {
            total[r][s] = 0.0f;
            chain[r][s] = 0.0f;
        }
    }

    if (accumulate) {
#pragma unroll
        for (int r = 0; r < PER; r++) {
#pragma unroll
            for (int s = 0; s < PER; s++) {
                int i = first_row + 64 * (r / 4) + down + r % 4;
                int j = first_column + 64 * (s / 4) + across + s % 4;
                if (i < m && j < n)
                    total[r][s] = c[c0 + i * row_of_c + j];
            }
        }
    }

    for (int k0 = start; k0 < end; k0 += DEPTH) {
#pragma unroll
        for (int part = 0; part < TILE * DEPTH / 256; part++) {
            // Neighbors in a group read neighbors in memory, whichever way the matrix lies.
            int e = part * 256 + item;
            int depth_a = step_of_a == 1 ? e % DEPTH : e / TILE;
            int i = step_of_a == 1 ? e / DEPTH : e % TILE;
            int depth_b = step_of_b == 1 ? e % DEPTH : e / TILE;
            int j = step_of_b == 1 ? e / DEPTH : e % TILE;
            float value_a = 0.0f;
            float value_b = 0.0f;
            if (first_row + i < m && k0 + depth_a < end)
                value_a = a[a0 + (first_row + i) * row_of_a + (k0 + depth_a) * step_of_a];
            if (first_column + j < n && k0 + depth_b < end)
                value_b = b[b0 + (first_column + j) * column_of_b + (k0 + depth_b) * step_of_b];
            tile_a[depth_a][i] = value_a;
            tile_b[depth_b][j] = value_b;
        }

        BARRIER;
#pragma unroll
        for (int d = 0; d < DEPTH; d++) {
            float left[PER];
            float right[PER];
#pragma unroll
            for (int block = 0; block < PER / 4; block++) {
                float4 four = *(__local const float4 *)&tile_a[d][64 * block + down];
                left[4 * block] = four.x;
                left[4 * block + 1] = four.y;
                left[4 * block + 2] = four.z;
                left[4 * block + 3] = four.w;
                four = *(__local const float4 *)&tile_b[d][64 * block + across];
                right[4 * block] = four.x;
                right[4 * block + 1] = four.y;
                right[4 * block + 2] = four.z;
                right[4 * block + 3] = four.w;
            }

#pragma unroll
            for (int r = 0; r < PER; r++) {
#pragma unroll
                for (int s = 0; s < PER; s++)
                    chain[r][s] = FMA(left[r], right[s], chain[r][s]);
            }
        }

        BARRIER;
        if (k0 + DEPTH >= end || (k0 + DEPTH) % CHUNK == 0) {
#pragma unroll
            for (int r = 0; r < PER; r++) {
#pragma unroll
                for (int s = 0; s < PER; s++) {
                    total[r][s] = total[r][s] + chain[r][s];
                    chain[r][s] = 0.0f;
                }
            }
        }
    }

#pragma unroll
    for (int r = 0; r < PER; r++) {
#pragma unroll
        for (int s = 0; s < PER; s++) {
            int i = first_row + 64 * (r / 4) + down + r % 4;
            int j = first_column + 64 * (s / 4) + across + s % 4;
            if (i < m && j < n)
                c[c0 + i * row_of_c + j] = total[r][s];
        }
    }
}

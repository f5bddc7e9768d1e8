// The scalars of a training step in the device's memory: Devices/UpdateLedger (rule S5). numbers: what the host has computed for this step;
// state: whether all steps so far were finite (1 or 0), and the factor of the gradient; outcomes: [places, sum of losses and norm].

#define LEDGER_RATE 0
#define LEDGER_BETA1 1
#define LEDGER_ONE_MINUS_BETA1 2
#define LEDGER_BETA2 3
#define LEDGER_ONE_MINUS_BETA2 4
#define LEDGER_CORRECTION1 5
#define LEDGER_CORRECTION2 6
#define LEDGER_EPSILON 7
#define LEDGER_DECAY 8
#define LEDGER_CLIP_NORM 9
#define LEDGER_PLACE 10

#define LARGEST_DOUBLE 1.7976931348623157e308

// One group. Item 0 adds in order what all have brought near.
__kernel void judge(
    int positions, __global const float *losses, int losses0, int chunks, __global const double *sums, __global const double *numbers,
    __global double *state, __global double *outcomes)
{
    __local double near[FLAT];
    const int item = LOCAL_ID;
    double loss = 0.0;
    for (int start = 0; start < positions; start += FLAT) {
        if (start + item < positions)
            near[item] = (double)losses[losses0 + start + item];
        BARRIER;
        if (item == 0) {
            int count = positions - start < FLAT ? positions - start : FLAT;
            for (int i = 0; i < count; i++)
                loss = loss + near[i];
        }

        BARRIER;
    }

    double total = 0.0;
    for (int start = 0; start < chunks; start += FLAT) {
        if (start + item < chunks)
            near[item] = sums[start + item];
        BARRIER;
        if (item == 0) {
            int count = chunks - start < FLAT ? chunks - start : FLAT;
            for (int i = 0; i < count; i++)
                total = total + near[i];
        }

        BARRIER;
    }

    if (item != 0)
        return;
    const double norm = ROOT_DOUBLE(total);
    const double largest = numbers[LEDGER_CLIP_NORM];
    const int place = (int)numbers[LEDGER_PLACE];
    // False for NaN, too.
    const int is_finite = loss <= LARGEST_DOUBLE && loss >= -LARGEST_DOUBLE && norm <= LARGEST_DOUBLE;
    if (!is_finite)
        state[0] = 0.0;
    state[1] = largest > 0.0 && norm > largest ? (double)(float)DIVIDE_DOUBLE(largest, norm) : 1.0;
    outcomes[2 * place] = loss;
    outcomes[2 * place + 1] = norm;
}

__kernel void adamw_by_ledger(
    int length, int decayed, __global const double *numbers, __global const double *state, __global float *p, int p0,
    __global const float *g, int g0, __global float *m, int m0, __global float *v, int v0)
{
    int i = GROUP_X * FLAT + LOCAL_ID;
    if (i >= length || state[0] == 0.0)
        return;
    adamw_element(
        i, (float)numbers[LEDGER_RATE], (float)numbers[LEDGER_BETA1], (float)numbers[LEDGER_ONE_MINUS_BETA1],
        (float)numbers[LEDGER_BETA2], (float)numbers[LEDGER_ONE_MINUS_BETA2], (float)numbers[LEDGER_CORRECTION1],
        (float)numbers[LEDGER_CORRECTION2], (float)numbers[LEDGER_EPSILON], decayed ? (float)numbers[LEDGER_DECAY] : 0.0f,
        (float)state[1], p, p0, g, g0, m, m0, v, v0);
}

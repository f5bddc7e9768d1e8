// One source, two compilers. OpenCL: compiled by the driver when the device is opened. CUDA (-DPTX): compiled to PTX by clang
// ahead of time, where OpenCL's own functions do not exist and division and root must name their rounding.
// Nothing may be fused, split or approximated: these kernels return the bits of Research.Numerics.Reference (num-1).
#pragma OPENCL FP_CONTRACT OFF
#pragma OPENCL EXTENSION cl_khr_fp64 : enable

#ifdef PTX
#define LOCAL_ID __nvvm_read_ptx_sreg_tid_x()
#define GROUP_X __nvvm_read_ptx_sreg_ctaid_x()
#define GROUP_Y __nvvm_read_ptx_sreg_ctaid_y()
#define GROUP_Z __nvvm_read_ptx_sreg_ctaid_z()
#define BARRIER __syncthreads()
#define GLOBAL_BARRIER __syncthreads()
#define FMA(a, b, c) __builtin_fmaf(a, b, c)
#define DIVIDE(a, b) __nvvm_div_rn_f(a, b)
#define ROOT(a) __nvvm_sqrt_rn_f(a)
#define DIVIDE_DOUBLE(a, b) __nvvm_div_rn_d(a, b)
#define ROOT_DOUBLE(a) __nvvm_sqrt_rn_d(a)
#define AS_INT(x) __builtin_astype(x, int)
#define AS_FLOAT(x) __builtin_astype(x, float)
#else
#define LOCAL_ID ((int)get_local_id(0))
#define GROUP_X ((int)get_group_id(0))
#define GROUP_Y ((int)get_group_id(1))
#define GROUP_Z ((int)get_group_id(2))
#define BARRIER barrier(CLK_LOCAL_MEM_FENCE)
#define GLOBAL_BARRIER barrier(CLK_GLOBAL_MEM_FENCE)
#define FMA(a, b, c) fma(a, b, c)
#define DIVIDE(a, b) ((a) / (b))
#define ROOT(a) sqrt(a)
#define DIVIDE_DOUBLE(a, b) ((a) / (b))
#define ROOT_DOUBLE(a) sqrt(a)
#define AS_INT(x) as_int(x)
#define AS_FLOAT(x) as_float(x)
#endif

#define CHUNK 256  // terms of a chain: rules S1, S3, S4
#define LANES 32   // of a row's reduction: rule S2
#define ROWS 4     // rows of a group in kernels that reduce along rows; LANES * ROWS work-items
#define FLAT 256   // work-items of a group in element-wise kernels

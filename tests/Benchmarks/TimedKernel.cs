namespace Research.Benchmarks;

/// <summary>A kernel that <see cref="TimedDevice"/> keeps account of.</summary>
/// <param name="Name">Its name, or a product's case and shape: <c>NT 768 x 384 x 128</c>.</param>
/// <param name="Operations">Floating-point operations of one call; 0 unless it is a product.</param>
internal readonly record struct TimedKernel(string Name, double Operations = 0);

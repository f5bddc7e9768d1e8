using Research.Numerics.Devices;

namespace Research.Numerics.Gpu;

/// <content>Kernels of networks that look at images.</content>
public sealed partial class GpuDevice
{
    /// <inheritdoc/>
    public override void UnfoldForward(ImageBatch shape, int kernel, int padding, FloatView x, FloatView patches)
    {
        KernelArguments.UnfoldForward(shape, kernel, padding, x, patches);
        var places = shape.Convolved(shape.Channels * kernel * kernel, kernel, padding);
        Unfold("unfold_forward", (int)places.Length, shape, places, kernel, padding, x, patches);
    }

    /// <inheritdoc/>
    public override void UnfoldBackward(ImageBatch shape, int kernel, int padding, FloatView dpatches, FloatView dx)
    {
        KernelArguments.UnfoldBackward(shape, kernel, padding, dpatches, dx);
        var places = shape.Convolved(shape.Channels * kernel * kernel, kernel, padding);
        Unfold("unfold_backward", (int)shape.Length, shape, places, kernel, padding, dpatches, dx);
    }

    /// <inheritdoc/>
    public override void MaxPoolForward(ImageBatch shape, int size, FloatView x, FloatView y)
    {
        KernelArguments.MaxPoolForward(shape, size, x, y);
        var length = (int)shape.Pooled(size).Length;
        Each("max_pool_forward", length,
            [length, size, shape.Height, shape.Width, shape.Channels, Memory(x), x.Offset, Memory(y), y.Offset]);
    }

    /// <inheritdoc/>
    public override void MaxPoolBackward(ImageBatch shape, int size, FloatView x, FloatView dy, FloatView dx)
    {
        KernelArguments.MaxPoolBackward(shape, size, x, dy, dx);
        var length = (int)shape.Length;
        Each("max_pool_backward", length,
            [
                length, size, shape.Height, shape.Width, shape.Channels, Memory(x), x.Offset, Memory(dy), dy.Offset, Memory(dx), dx.Offset,
            ]);
    }

    /// <inheritdoc/>
    public override void BiasForward(int rows, int width, FloatView x, FloatView bias, FloatView y)
    {
        KernelArguments.BiasForward(rows, width, x, bias, y);
        Each("bias_forward", rows * width, [rows * width, width, Memory(x), x.Offset, Memory(bias), bias.Offset, Memory(y), y.Offset]);
    }

    /// <inheritdoc/>
    public override void BiasBackward(int rows, int width, FloatView dy, FloatView dbias)
    {
        KernelArguments.BiasBackward(rows, width, dy, dbias);
        var chunks = Groups(rows, Chunk);
        var parts = workspace.Floats(chunks * width);
        Each("bias_parts", width, [rows, width, Memory(dy), dy.Offset, parts, 0], chunks);
        Each("add_parts", width, [chunks, width, 0, parts, 0, Memory(dbias), dbias.Offset]);
    }

    /// <inheritdoc/>
    public override void SigmoidForward(FloatView x, FloatView y)
    {
        KernelArguments.SameLength(y, x);
        Each("sigmoid_forward", y.Length, [y.Length, Memory(x), x.Offset, Memory(y), y.Offset]);
    }

    /// <inheritdoc/>
    public override void SigmoidBackward(FloatView y, FloatView dy, FloatView dx)
    {
        KernelArguments.SameLength(dx, y);
        KernelArguments.SameLength(dx, dy);
        Each("sigmoid_backward", dx.Length, [dx.Length, Memory(y), y.Offset, Memory(dy), dy.Offset, Memory(dx), dx.Offset]);
    }

    /// <inheritdoc/>
    public override void SquaredError(
        int rows, int width, FloatView y, FloatView target, float scale, FloatView losses, FloatView dy)
    {
        KernelArguments.SquaredError(rows, width, y, target, losses, dy);
        Rows("squared_error", rows,
            [
                rows, width, scale, Memory(y), y.Offset, Memory(target), target.Offset, Memory(losses), losses.Offset, Memory(dy), dy.Offset,
            ]);
    }

    private void Unfold(
        string name, int length, ImageBatch shape, ImageBatch places, int kernel, int padding, FloatView from, FloatView to) =>
        Each(name, length,
            [
                length, shape.Height, shape.Width, shape.Channels, kernel, padding, places.Height, places.Width, Memory(from), from.Offset,
                Memory(to), to.Offset,
            ]);
}

using Research.Jobs;
using Research.Learning.Tuning;
using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>A GPT whose weights lie on a device, all in one buffer.</summary>
public sealed class Gpt : IDisposable
{
    /// <summary>A model with given weights.</summary>
    /// <param name="spec">Its shape.</param>
    /// <param name="device">Where it lives; stays the caller's.</param>
    /// <param name="parameters">The weights, in the order of <see cref="GptLayout"/>.</param>
    /// <param name="adapter">An adapter whose A and B follow the weights, which it is merged into; null for none.</param>
    /// <exception cref="InputException">The shape is invalid.</exception>
    /// <exception cref="ArgumentException">There are more or fewer weights than the shape needs.</exception>
    public Gpt(GptSpec spec, Device device, ReadOnlySpan<float> parameters, AdapterSpec? adapter = null)
    {
        Layout = new GptLayout(spec.Validate(nameof(GptSpec)), adapter);
        if (parameters.Length != Layout.ParameterCount)
        {
            throw new ArgumentException($"{parameters.Length} weights for a model of {Layout.ParameterCount}", nameof(parameters));
        }

        (Spec, Device) = (spec, device);
        Parameters = device.Floats(Layout.ParameterCount);
        Parameters.Write(parameters);
        Tensors = new GptTensors(Layout, Parameters);
    }

    /// <summary>A model with its initial weights.</summary>
    /// <exception cref="InputException">The shape is invalid.</exception>
    public static Gpt Initialize(GptSpec spec, Device device, int seed) =>
        new(spec, device, Initialization.Draw(new GptLayout(spec.Validate(nameof(GptSpec))), seed));

    /// <summary>The shape.</summary>
    public GptSpec Spec { get; }

    /// <summary>Where the model lives.</summary>
    public Device Device { get; }

    /// <summary>What lies where in the buffer of weights.</summary>
    public GptLayout Layout { get; }

    /// <summary>The weights on the device.</summary>
    internal FloatBuffer Parameters { get; }

    /// <summary>The weights, tensor by tensor.</summary>
    internal GptTensors Tensors { get; }

    /// <summary>Copies the weights to the host, in the order of <see cref="GptLayout"/>.</summary>
    public float[] ReadParameters()
    {
        var parameters = new float[Layout.ParameterCount];
        Parameters.Read(parameters);
        return parameters;
    }

    /// <inheritdoc/>
    public void Dispose() => Parameters.Dispose();
}

using System.Text;

namespace Research.Numerics.Gpu.OpenCl;

/// <summary>A device that OpenCL offers, not opened.</summary>
/// <param name="Id">OpenCL's handle.</param>
/// <param name="Name">Its own name.</param>
/// <param name="IsGpu">Whether it is a GPU; PoCL's devices are not, they run kernels on the processor.</param>
/// <param name="Missing">What the kernels need and it lacks, in words; null if nothing.</param>
internal sealed record OpenClDeviceInfo(nint Id, string Name, bool IsGpu, string? Missing)
{
    // Platforms initialize themselves when they are asked for their devices, and not all of them bear two callers at that moment.
    private static readonly Lazy<IReadOnlyList<OpenClDeviceInfo>> Found = new(() => Find());

    /// <summary>All devices of all platforms, in the loader's order; none if there is no loader. Looked for once a process.</summary>
    public static IReadOnlyList<OpenClDeviceInfo> All => Found.Value;

    private static unsafe List<OpenClDeviceInfo> Find()
    {
        if (!NativeLibraries.HasOpenCl || OpenClApi.GetPlatformIds(0, null, out var platforms) != OpenClApi.Success)
            return [];
        var found = new List<OpenClDeviceInfo>();
        var platformIds = new nint[platforms];
        fixed (nint* ids = platformIds)
        {
            if (OpenClApi.GetPlatformIds(platforms, ids, out _) != OpenClApi.Success)
                return [];
        }

        foreach (var platform in platformIds)
        {
            if (OpenClApi.GetDeviceIds(platform, OpenClApi.EveryDeviceType, 0, null, out var devices) != OpenClApi.Success)
                continue;
            var deviceIds = new nint[devices];
            fixed (nint* ids = deviceIds)
            {
                if (OpenClApi.GetDeviceIds(platform, OpenClApi.EveryDeviceType, devices, ids, out _) == OpenClApi.Success)
                    found.AddRange(deviceIds.Select(Of));
            }
        }

        return found;
    }

    /// <summary>A number that the device tells of itself.</summary>
    public static unsafe T Get<T>(nint device, uint name)
        where T : unmanaged
    {
        T value = default;
        var state = OpenClApi.GetDeviceInfo(device, name, (nuint)sizeof(T), &value, out _);
        return state == OpenClApi.Success ? value : default;
    }

    private static OpenClDeviceInfo Of(nint device)
    {
        var single = Get<ulong>(device, OpenClApi.DeviceSingleFpConfig);
        List<string> missing = [];
        if ((single & OpenClApi.FpDenormals) == 0) missing.Add("denormal numbers");
        if ((single & OpenClApi.FpFma) == 0) missing.Add("fused multiply-add");
        if ((single & OpenClApi.FpCorrectlyRoundedDivideAndRoot) == 0) missing.Add("correctly rounded division and square root");
        if (Get<ulong>(device, OpenClApi.DeviceDoubleFpConfig) == 0) missing.Add("double precision");
        return new(
            device, Text(device, OpenClApi.DeviceName), (Get<ulong>(device, OpenClApi.DeviceType) & OpenClApi.GpuDeviceType) != 0,
            missing.Count == 0 ? null : string.Join(", ", missing));
    }

    private static unsafe string Text(nint device, uint name)
    {
        if (OpenClApi.GetDeviceInfo(device, name, 0, null, out var size) != OpenClApi.Success)
            return "an unnamed device";
        var bytes = new byte[size];
        fixed (byte* value = bytes)
        {
            if (OpenClApi.GetDeviceInfo(device, name, size, value, out _) != OpenClApi.Success)
                return "an unnamed device";
        }

        return Encoding.UTF8.GetString(bytes).TrimEnd((char)0, (char)32);
    }
}

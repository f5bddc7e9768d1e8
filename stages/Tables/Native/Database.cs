using Research.Jobs;

namespace Research.Tables.Native;

/// <summary>
/// The process's one in-memory DuckDB. It runs every query on the thread that asks (<c>threads = 1</c>), so that the
/// order of rows and of floating-point sums never depends on the machine; several callers may still work at the same
/// time.
/// </summary>
internal static class Database
{
    private static readonly Lazy<nint> Handle = new(Open);

    /// <summary>A new connection; cheap.</summary>
    /// <exception cref="InputException">DuckDB's native library is missing.</exception>
    public static Connection Connect()
    {
        if (DuckDbApi.Connect(Handle.Value, out var connection) != DuckDbApi.Success)
            throw new InvalidOperationException("DuckDB gave no connection.");
        return new Connection(connection);
    }

    private static nint Open()
    {
        DuckDbLibrary.Ensure();
        _ = DuckDbApi.CreateConfig(out var config);
        Set("threads", "1");
        Set("autoinstall_known_extensions", "false");
        Set("autoload_known_extensions", "false");
        Set("temp_directory", Path.GetTempPath());
        var state = DuckDbApi.Open(":memory:", out var database, config, out _);
        DuckDbApi.DestroyConfig(ref config);
        if (state != DuckDbApi.Success)
            throw new InvalidOperationException("DuckDB cannot open an in-memory database.");

        _ = DuckDbApi.Connect(database, out var connection);
        RowFunction.Register(connection);
        DuckDbApi.Disconnect(ref connection);
        return database;

        void Set(string name, string value)
        {
            if (DuckDbApi.SetConfig(config, name, value) != DuckDbApi.Success)
                throw new InvalidOperationException($"DuckDB refuses the option {name} = {value}.");
        }
    }
}

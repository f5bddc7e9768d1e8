using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Research.Tables.Native;

/// <summary>
/// The SQL table function <c>research_rows(ticket)</c> through which DuckDB reads rows of this process, so that a
/// <c>COPY ... TO</c> streams any number of them into a file.
/// </summary>
internal static unsafe class RowFunction
{
    public const string Name = "research_rows";

    private static readonly ConcurrentDictionary<long, Entry> Entries = new();

    private static long _lastTicket;

    /// <summary>Makes the function known to a database.</summary>
    public static void Register(nint connection)
    {
        var function = DuckDbApi.CreateTableFunction();
        var ticketType = DuckDbApi.CreateLogicalType(DuckDbType.BigInt);
        DuckDbApi.SetFunctionName(function, Name);
        DuckDbApi.AddFunctionParameter(function, ticketType);
        DuckDbApi.SetFunctionBind(function, &Bind);
        DuckDbApi.SetFunctionInit(function, &Init);
        DuckDbApi.SetFunctionMain(function, &Main);
        var state = DuckDbApi.RegisterTableFunction(connection, function);
        DuckDbApi.DestroyLogicalType(ref ticketType);
        DuckDbApi.DestroyTableFunction(ref function);
        if (state != DuckDbApi.Success)
            throw new InvalidOperationException($"DuckDB refuses the table function {Name}.");
    }

    /// <summary>
    /// Runs a statement that reads <paramref name="source"/> where the statement builder puts the call it is given.
    /// An exception that the source throws comes out as it is.
    /// </summary>
    /// <exception cref="DuckDbException">DuckDB failed by itself.</exception>
    public static void Run(Connection connection, IRowSource source, Func<string, string> statement)
    {
        var ticket = Interlocked.Increment(ref _lastTicket);
        var entry = new Entry(source);
        Entries[ticket] = entry;
        try
        {
            connection.Execute(statement($"{Name}({ticket})"));
        }
        catch (DuckDbException) when (entry.Failure is not null)
        {
            entry.Failure.Throw();
        }
        finally
        {
            Entries.TryRemove(ticket, out _);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var value = DuckDbApi.BindParameter(info, 0);
        var ticket = DuckDbApi.GetInt64(value);
        DuckDbApi.DestroyValue(ref value);
        if (!Entries.TryGetValue(ticket, out var entry))
        {
            DuckDbApi.BindSetError(info, $"{Name} is for internal use");
            return;
        }

        foreach (var (name, type) in entry.Source.Columns)
        {
            var logicalType = DuckDbApi.CreateLogicalType(type);
            DuckDbApi.BindAddColumn(info, name, logicalType);
            DuckDbApi.DestroyLogicalType(ref logicalType);
        }

        DuckDbApi.BindSetData(info, (nint)ticket, null);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info) => DuckDbApi.InitSetMaxThreads(info, 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Main(nint info, nint chunk)
    {
        var entry = Entries[DuckDbApi.FunctionBindData(info)];
        try
        {
            entry.Source.Fill(new Chunk(chunk));
        }
#pragma warning disable CA1031 // An exception must not cross native frames: it is kept here and thrown again by Run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            entry.Failure = ExceptionDispatchInfo.Capture(exception);
            DuckDbApi.FunctionSetError(info, exception.Message);
        }
    }

    private sealed class Entry(IRowSource source)
    {
        public IRowSource Source { get; } = source;

        public ExceptionDispatchInfo? Failure { get; set; }
    }
}

using System.Globalization;
using Research.Jobs;
using Research.Pipeline.CrashHost;
using Research.Pipeline.Store;

// A process that tests start in order to kill it, to let it wait, or to let it fill a small disk. What it does is its first
// argument, the store the second.
using var store = new ArtifactStore(args[1], warning => Console.WriteLine($"warning: {warning}"));
switch (args[0])
{
    case "work": // Does jobs number 0, 1, ... below a count; each that really runs adds a file to a log.
        for (var n = 0; n < int.Parse(args[2], CultureInfo.InvariantCulture); n++)
        {
            await Jobs.RunAsync(store, n, args.Length > 3 ? args[3] : null).ConfigureAwait(false);
            if (n == 0)
                Console.WriteLine("begun");
        }

        Console.WriteLine("done");
        break;

    case "hold": // Holds the lock of job 0 until it is killed.
        using (await store.Locks.AcquireAsync(Jobs.Components(0).Key).ConfigureAwait(false))
        {
            Console.WriteLine("held");
            await Task.Delay(Timeout.Infinite).ConfigureAwait(false);
        }

        break;

    case "fill": // Does jobs until the store refuses one.
        try
        {
            for (var n = 0; ; n++)
                await Jobs.RunAsync(store, n, log: null).ConfigureAwait(false);
        }
        catch (InputException e)
        {
            Console.WriteLine(e.What);
        }

        break;

    case "check": // Says what the store holds, and whether all of it is whole.
        for (var n = 0; store.FindRecord(Jobs.Components(n).Key) is { } record; n++)
            Console.WriteLine(store.Verify(record.Output) is null ? "damaged" : "whole");
        Console.WriteLine($"{Directory.GetFileSystemEntries(Path.Combine(args[1], "tmp")).Length} remains");
        break;

    default:
        throw new ArgumentException($"unknown command '{args[0]}'");
}

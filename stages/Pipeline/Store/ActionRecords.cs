using System.Text.Json;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>One small readable record per key: <c>actions/ab/KEY.json</c>.</summary>
internal sealed class ActionRecords(string folder, Workspace workspace, Action<string> warn)
{
    /// <summary>The record of a key, or null if there is none or it is damaged.</summary>
    public ActionRecord? Find(JobKey key)
    {
        var path = PathOf(key);
        try
        {
            if (!File.Exists(path))
                return null;
            var record = ActionRecordJson.Parse(File.ReadAllBytes(path));
            if (record.Key == key)
                return record;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException
            or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // A record that cannot be read is as good as none; the warning below says so.
        }

        warn($"the record of {key.Digest.Short} is damaged and counts as missing ({path})");
        return null;
    }

    public void Write(ActionRecord record) => AtomicFile.Write(PathOf(record.Key), ActionRecordJson.Format(record), workspace);

    private string PathOf(JobKey key) => Path.Combine(folder, key.Digest.Hex[..2], $"{key}.json");
}

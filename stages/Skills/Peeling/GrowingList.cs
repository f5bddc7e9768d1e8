namespace Research.Skills.Peeling;

/// <summary>A list of numbers that keeps its memory when it is emptied.</summary>
/// <typeparam name="T">Their type.</typeparam>
internal sealed class GrowingList<T>
    where T : unmanaged
{
    private T[] items = [];
    private int count;

    public int Count => count;

    public ReadOnlySpan<T> Items => items.AsSpan(0, count);

    public void Add(T item)
    {
        var place = count;
        var array = items;
        if ((uint)place >= (uint)array.Length) array = Grow();
        array[place] = item;
        count = place + 1;
    }

    public void Clear() => count = 0;

    private T[] Grow()
    {
        Array.Resize(ref items, Math.Max(16, 2 * items.Length));
        return items;
    }
}

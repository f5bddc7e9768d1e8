namespace Research.Skills.Peeling;

/// <summary>A list of integers that keeps its memory when it is emptied.</summary>
internal sealed class IntList
{
    private int[] items = [];
    private int count;

    public int Count => count;

    public ReadOnlySpan<int> Items => items.AsSpan(0, count);

    public void Add(int item)
    {
        var place = count;
        var array = items;
        if ((uint)place >= (uint)array.Length) array = Grow();
        array[place] = item;
        count = place + 1;
    }

    public void Clear() => count = 0;

    private int[] Grow()
    {
        Array.Resize(ref items, Math.Max(16, 2 * items.Length));
        return items;
    }
}

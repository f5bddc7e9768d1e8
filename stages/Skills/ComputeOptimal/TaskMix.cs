namespace Research.Skills.ComputeOptimal;

/// <summary>Of which levels the skills of tasks are.</summary>
public enum TaskMix
{
    /// <summary>Bin(100, 0.5): around one level.</summary>
    OneMode,

    /// <summary>0.4 Bin(100, 0.2) + 0.4 Bin(100, 0.6) + 0.2 Bin(100, 0.95): around three.</summary>
    ThreeModes,
}

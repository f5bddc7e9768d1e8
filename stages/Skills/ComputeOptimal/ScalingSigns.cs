namespace Research.Skills.ComputeOptimal;

/// <summary>Signs in the scaling parameter of the finite-length law.</summary>
public enum ScalingSigns
{
    /// <summary>As Amraoui, Montanari, Richardson and Urbanke give them.</summary>
    Textbook,

    /// <summary>As in the code of Nayak and Varshney, where three minus signs are plus signs.</summary>
    Authors,
}

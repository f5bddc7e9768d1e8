namespace Research.Skills.Classes;

/// <summary>What is not learned of one class of skills, on one graph and in theory.</summary>
/// <param name="Setting">Name of the setting.</param>
/// <param name="Limit">D.</param>
/// <param name="Class">Class of skills, from 1.</param>
/// <param name="Loads">c_jk of this class, a number for each class of texts.</param>
/// <param name="Skills">N_k.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Unlearned">Share of the class that is not learned.</param>
/// <param name="Predicted">The same by coupled density evolution.</param>
/// <param name="Pooled">The same by density evolution that does not know of classes: one load, one ratio.</param>
public sealed record ClassRow(
    string Setting, int Limit, int Class, string Loads, int Skills, int Graph, double Unlearned, double Predicted, double Pooled);

namespace SloFunctions.Domain.Reliability;

/// <summary>A gate of a <see cref="Formula"/>.</summary>
/// <param name="IsAll">Whether it asks for all of its inputs, or for any.</param>
/// <param name="Inputs">The nodes it joins: at least two different ones, each of a smaller number.</param>
internal sealed record FormulaGate(bool IsAll, int[] Inputs);

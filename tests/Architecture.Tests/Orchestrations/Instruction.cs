using System.Reflection.Emit;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>One instruction of a method.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Operand">The member or the text that it names; null for what names neither.</param>
internal sealed record Instruction(OpCode Code, object? Operand);

using System.Reflection;
using System.Reflection.Emit;
using Microsoft.DurableTask;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>The names by which orchestrators call activities and other orchestrators.</summary>
internal static class CalledNames
{
    /// <summary>Each call with the name that stands there; null for one that is made up while it runs.</summary>
    public static IEnumerable<(string Call, string? Name)> In(IReadOnlyList<Instruction> code)
    {
        for (int i = 0; i < code.Count; i++)
        {
            if (code[i].Operand is MethodBase made && MakesName(made)) yield return (CallAfter(code, i), TextBefore(code, i));
        }
    }

    private static bool MakesName(MethodBase method) =>
        method.DeclaringType == typeof(TaskName) && (method.IsConstructor || method.Name == "op_Implicit")
        && method.GetParameters() is [{ ParameterType: var type }] && type == typeof(string);

    private static string? TextBefore(IReadOnlyList<Instruction> code, int at) => at > 0 && code[at - 1].Code == OpCodes.Ldstr ? (string)code[at - 1].Operand! : null;

    private static string CallAfter(IReadOnlyList<Instruction> code, int at) =>
        code.Skip(at).Select(i => i.Operand).OfType<MethodInfo>().FirstOrDefault(m => m.DeclaringType == typeof(TaskOrchestrationContext) && m.Name.StartsWith("Call", StringComparison.Ordinal))?.Name ?? "";
}

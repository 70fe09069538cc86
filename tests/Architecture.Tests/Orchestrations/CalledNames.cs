using System.Reflection;
using System.Reflection.Emit;
using Microsoft.DurableTask;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>The names by which orchestrators call activities and other orchestrators.</summary>
internal static class CalledNames
{
    /// <summary>The call of a name that is handed to a method, which calls it.</summary>
    public const string HandedOver = "";

    /// <summary>Each call with the name that stands there; null for one that is handed over by the caller or made up while it runs.</summary>
    public static IEnumerable<(string Call, string? Name)> In(IReadOnlyList<Instruction> code)
    {
        for (int i = 0; i < code.Count; i++)
        {
            if (code[i].Operand is not MethodBase method) continue;
            if (MakesName(method)) yield return (CallAfter(code, i), TextBefore(code, i));
            else if (HandsOver(method) && code.Take(i).LastOrDefault(c => c.Code == OpCodes.Ldstr) is { } text) yield return (HandedOver, (string)text.Operand!);
        }
    }

    // A method that calls what its caller names: TryAsync(context, "Work", input).
    private static bool HandsOver(MethodBase method) => method.DeclaringType != typeof(TaskOrchestrationContext)
        && method.GetParameters() is var parameters
        && parameters.Any(p => p.ParameterType == typeof(TaskOrchestrationContext)) && parameters.Any(p => p.ParameterType == typeof(string));

    private static bool MakesName(MethodBase method) =>
        method.DeclaringType == typeof(TaskName) && (method.IsConstructor || method.Name == "op_Implicit")
        && method.GetParameters() is [{ ParameterType: var type }] && type == typeof(string);

    private static string? TextBefore(IReadOnlyList<Instruction> code, int at) => at > 0 && code[at - 1].Code == OpCodes.Ldstr ? (string)code[at - 1].Operand! : null;

    private static string CallAfter(IReadOnlyList<Instruction> code, int at) =>
        code.Skip(at).Select(i => i.Operand).OfType<MethodInfo>().FirstOrDefault(m => m.DeclaringType == typeof(TaskOrchestrationContext) && m.Name.StartsWith("Call", StringComparison.Ordinal))?.Name ?? HandedOver;
}

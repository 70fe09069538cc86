using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>Reads the instructions of methods from their assembly.</summary>
internal static class MethodCode
{
    private const int TwoBytes = 0xfe;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The instructions in their order; none for a method without a body.</summary>
    public static IEnumerable<Instruction> Read(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at < code.Length;)
        {
            var op = code[at] == TwoBytes ? Codes[unchecked((short)((code[at++] << 8) | code[at++]))] : Codes[code[at++]];
            yield return new Instruction(op, Operand(method, op, code.AsSpan(at)));
            at += Size(op, code.AsSpan(at));
        }
    }

    private static int Size(OpCode op, ReadOnlySpan<byte> operand) => op.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };

    private static object? Operand(MethodBase method, OpCode op, ReadOnlySpan<byte> operand)
    {
        if (op.OperandType is not (OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineString)) return null;
        int token = BinaryPrimitives.ReadInt32LittleEndian(operand);
        if (op.OperandType == OperandType.InlineString) return method.Module.ResolveString(token);
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, method is { IsGenericMethod: true, IsConstructor: false } ? method.GetGenericArguments() : null);
    }
}

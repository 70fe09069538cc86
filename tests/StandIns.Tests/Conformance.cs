namespace StandIns.Tests;

/// <summary>Compares types with the public API of the real packages.</summary>
public static class Conformance
{
    /// <summary>Each way in which <paramref name="types"/> offer what the real packages do not; empty when all is well.</summary>
    public static IReadOnlyList<string> Breaches(IEnumerable<Type> types, PublicApi api) => [.. types.SelectMany(type => Breaches(type, api))];

    private static IEnumerable<string> Breaches(Type type, PublicApi api)
    {
        var id = "T:" + TypeNames.DeclaredId(type);
        if (!api.TryGetType(id, out var real))
        {
            return [$"{id} does not exist"];
        }

        var kind = Kind(type);
        IEnumerable<string> wrongKind = kind == real.Kind ? [] : [$"{id} is a {kind}, but should be a {real.Kind}"];
        var wrongBases = DirectBases(type).Where(name => !real.Bases.Contains(name)).Select(name => $"{id} has no base {name}");
        var wrongMembers = MemberLines.Of(type).Where(line => !api.HasMember(line))
            .Select(line => $"{line}{(api.LineOf(line.Split(" | ")[0]) is { } known ? $" should be {known}" : " does not exist")}");
        return wrongKind.Concat(wrongBases).Concat(wrongMembers);
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        _ when type.GetMethod("<Clone>$") is not null => "record",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    /// <summary>The base class and the interfaces that neither it nor another interface brings along.</summary>
    private static IEnumerable<string> DirectBases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        var all = type.GetInterfaces();
        var inherited = all.SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        var ownBase = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? new[] { b } : [];
        return ownBase.Concat(all.Except(inherited)).Select(TypeNames.Display);
    }
}

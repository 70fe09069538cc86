using System.Text;

namespace StandIns.Tests;

/// <summary>Writes types as the lists do: in documentation ids, and as C# shows them.</summary>
public static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The id of a declared type, without its prefix: <c>Ns.Outer.Type`1</c>.</summary>
    public static string DeclaredId(Type type) => (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>A type used in a signature: <c>Ns.Type{System.String,``0}@</c>.</summary>
    public static string ReferenceId(Type type)
    {
        if (type.IsByRef)
        {
            return ReferenceId(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return ReferenceId(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        return Compose(type, DeclaredId, ReferenceId, ",", '{', '}');
    }

    /// <summary>A type as C# shows it: <c>Ns.Type&lt;string, T&gt;</c>.</summary>
    public static string Display(Type type)
    {
        if (type.IsByRef)
        {
            return Display(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Display(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        return Nullable.GetUnderlyingType(type) is { } underlying
            ? Display(underlying) + "?"
            : Keywords.GetValueOrDefault(type) ?? Compose(type, DeclaredId, Display, ", ", '<', '>');
    }

    private static string Compose(Type type, Func<Type, string> idOf, Func<Type, string> argument, string separator, char open, char close)
    {
        var id = idOf(type);
        if (!type.IsGenericType)
        {
            return id;
        }

        // Ns.Outer`1.Inner`2 takes its arguments part by part.
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var text = new StringBuilder();
        foreach (var part in id.Split('.'))
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            text.Append(text.Length == 0 ? "" : ".").Append(tick < 0 ? part : part[..tick]);
            if (tick >= 0)
            {
                var count = int.Parse(part[(tick + 1)..], provider: null);
                text.Append(open).AppendJoin(separator, Enumerable.Range(0, count).Select(_ => argument(arguments.Dequeue()))).Append(close);
            }
        }

        return text.ToString();
    }
}

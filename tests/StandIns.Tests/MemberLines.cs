using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StandIns.Tests;

/// <summary>Writes a type's public and protected members as lines of the lists.</summary>
public static class MemberLines
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type) =>
        type.GetConstructors(Declared).Where(IsVisible).Where(ctor => !ctor.IsStatic).Select(Line)
            .Concat(type.GetMethods(Declared).Where(IsVisible).Where(method => !IsAccessor(method)).Select(Line))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Line))
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
                .Where(field => !field.IsSpecialName).Select(Line))
            .Concat(type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(e =>
                $"E:{TypeNames.DeclaredId(type)}.{e.Name} | {Modifiers(e.AddMethod!)} | {TypeNames.Display(e.EventHandlerType!)}"));

    private static string Line(MethodBase method)
    {
        var name = method.IsConstructor ? "#ctor" : method.Name.Replace('<', '{').Replace('>', '}');
        var arity = method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";
        var conversion = method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } cast ? "~" + TypeNames.ReferenceId(cast.ReturnType) : "";
        var result = method is MethodInfo info ? TypeNames.Display(info.ReturnType) : "";
        return $"M:{TypeNames.DeclaredId(method.DeclaringType!)}.{name}{arity}{Parameters(method.GetParameters())}{conversion} | {Modifiers(method)} | {result}";
    }

    private static string Line(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        var words = accessors.Select(accessor => accessor.ReturnType != typeof(void) ? "get"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? "init" : "set");
        return $"P:{TypeNames.DeclaredId(property.DeclaringType!)}.{property.Name}{Parameters(property.GetIndexParameters())}"
            + $" | {Modifiers(accessors[0])} | {TypeNames.Display(property.PropertyType)} {string.Join(' ', words.Order())}";
    }

    private static string Line(FieldInfo field)
    {
        var value = field.IsLiteral ? " = " + Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture) : "";
        var scope = field.IsStatic ? "static " : "";
        return $"F:{TypeNames.DeclaredId(field.DeclaringType!)}.{field.Name} | {scope}{(field.IsPublic ? "public" : "protected")} | {TypeNames.Display(field.FieldType)}{value}";
    }

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : "(" + string.Join(',', parameters.Select(p => TypeNames.ReferenceId(p.ParameterType))) + ")";

    private static string Modifiers(MethodBase method)
    {
        var kind = method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            MethodInfo info when info.GetBaseDefinition() != info || info.IsDefined(typeof(PreserveBaseOverridesAttribute)) => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return kind + (method.IsPublic ? "public" : "protected");
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
}

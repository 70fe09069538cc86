using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SloFunctions.OpenApi.Documentation;

/// <summary>The documentation comments of types and members, as plain text with code in backticks.</summary>
internal static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Read = new();

    /// <summary>What a type is; null when nothing is said.</summary>
    public static string? Of(Type type) => Text(Find(type.Assembly, "T:" + Id(type))?.Element("summary"));

    /// <summary>What a property of a record means: its own comment, or that of the parameter it comes from.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Text(Find(type.Assembly, $"P:{Id(type)}.{property.Name}")?.Element("summary"))
            ?? Text(Find(type.Assembly, "T:" + Id(type))?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == property.Name));
    }

    /// <summary>What a method does.</summary>
    public static string? Of(MethodInfo method)
    {
        string start = $"M:{Id(method.DeclaringType!)}.{method.Name}";
        return Text(Members(method.DeclaringType!.Assembly).FirstOrDefault(m => m.Key == start || m.Key.StartsWith(start + "(", StringComparison.Ordinal)).Value?.Element("summary"));
    }

    private static string Id(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static XElement? Find(Assembly assembly, string id) => Members(assembly).GetValueOrDefault(id);

    private static Dictionary<string, XElement> Members(Assembly assembly) => Read.GetOrAdd(assembly, static a =>
    {
        string file = Path.ChangeExtension(a.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal)
            : throw new FileNotFoundException($"{a.GetName().Name} was built without its documentation.", file);
    });

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        string text = Space().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();
        return text.Length > 0 ? text : null;
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "paramref" } reference => HttpFunction.SnakeCase(reference.Attribute("name")!.Value),
        XElement e when e.Attribute("cref") is { } reference => $"`{HttpFunction.SnakeCase(reference.Value[(reference.Value.LastIndexOfAny(['.', ':']) + 1)..])}`",
        XElement e => string.Concat(e.Nodes().Select(Text)),
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}

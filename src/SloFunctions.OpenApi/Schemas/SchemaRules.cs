using System.Linq.Expressions;

namespace SloFunctions.OpenApi.Schemas;

/// <summary>The rules of the properties of some records.</summary>
internal sealed class SchemaRules
{
    private readonly Dictionary<(Type Type, string Property), SchemaRule> rules = [];

    /// <summary>Every rule, of requests and of answers.</summary>
    public static SchemaRules All { get; } = AnswerRules.AddTo(BodyRules.AddTo(new SchemaRules()));

    /// <summary>States the rule of a property.</summary>
    public SchemaRules Add<T>(Expression<Func<T, object?>> property, SchemaRule rule)
    {
        var body = property.Body is UnaryExpression conversion ? conversion.Operand : property.Body;
        rules.Add((typeof(T), ((MemberExpression)body).Member.Name), rule);
        return this;
    }

    /// <summary>The rule of a property; null when its type says it all.</summary>
    public SchemaRule? Of(Type type, string property) => rules.GetValueOrDefault((type, property));
}

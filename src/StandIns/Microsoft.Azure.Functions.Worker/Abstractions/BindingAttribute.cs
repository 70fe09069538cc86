namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Ties a function's parameter, property or result to something outside it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public BindingAttribute()
    {
    }
}

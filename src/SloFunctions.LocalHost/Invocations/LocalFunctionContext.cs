using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>One invocation of a hosted function.</summary>
/// <param name="function">The function to invoke.</param>
/// <param name="trigger">What the trigger's parameter receives.</param>
/// <param name="bindingData">What else the trigger hands over, by name.</param>
/// <param name="services">The services of this invocation; the caller disposes them.</param>
/// <param name="cancellationToken">Cancelled when the invocation should end.</param>
internal sealed class LocalFunctionContext(
    HostedFunction function,
    object? trigger,
    IReadOnlyDictionary<string, object?> bindingData,
    IServiceProvider services,
    CancellationToken cancellationToken) : FunctionContext
{
    private readonly InvocationFeatures features = new();
    private string? invocationId;
    private IDictionary<object, object>? items;

    public HostedFunction Function => function;

    public object? Trigger => trigger;

    public override string InvocationId => invocationId ??= NewId();

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext => new LocalTraceContext(Activity.Current?.Id ?? "", Activity.Current?.TraceStateString ?? "");

    public override BindingContext BindingContext => new LocalBindingContext(bindingData);

    public override RetryContext RetryContext => LocalRetryContext.NoRetries;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items
    {
        get => items ??= new Dictionary<object, object>();
        set => items = value;
    }

    public override IInvocationFeatures Features => features;

    public override CancellationToken CancellationToken => cancellationToken;

    /// <summary>The value of <paramref name="name"/> among the binding data, or null.</summary>
    public object? Data(string name) => bindingData.GetValueOrDefault(name);

    private static string NewId()
    {
#pragma warning disable RS0030 // Ids of invocations come from the host and name nothing that is stored.
        return Guid.NewGuid().ToString();
#pragma warning restore RS0030
    }

    private sealed class LocalTraceContext(string parent, string state) : TraceContext
    {
        public override string TraceParent => parent;

        public override string TraceState => state;
    }

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class LocalRetryContext : RetryContext
    {
        public static readonly LocalRetryContext NoRetries = new();

        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}

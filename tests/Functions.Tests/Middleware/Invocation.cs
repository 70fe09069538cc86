using System.Collections;
using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace Functions.Tests.Middleware;

/// <summary>An invocation of a function that no request starts.</summary>
internal sealed class Invocation(string function, string trigger, IServiceProvider? services) : FunctionContext
{
    public override string InvocationId => "1";

    public override string FunctionId => function;

    public override TraceContext TraceContext { get; } = new NoTrace();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices
    {
        get => services ?? throw new InvalidOperationException("No middleware was expected.");
        set => throw new NotSupportedException();
    }

    public override FunctionDefinition FunctionDefinition { get; } = new Definition(function, trigger);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new NoFeatures();

    private sealed class NoTrace : TraceContext
    {
        public override string TraceParent => "";

        public override string TraceState => "";
    }

    private sealed class NoFeatures : IInvocationFeatures
    {
        public void Set<T>(T instance) => throw new NotSupportedException();

        public T? Get<T>() => default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => Enumerable.Empty<KeyValuePair<Type, object>>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Definition(string name, string trigger) : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters => [];

        public override string PathToAssembly => "";

        public override string EntryPoint => name;

        public override string Id => name;

        public override string Name => name;

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
            ImmutableDictionary<string, BindingMetadata>.Empty.Add("input", new Binding(trigger));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;
    }

    private sealed class Binding(string type) : BindingMetadata
    {
        public override string Name => "input";

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}

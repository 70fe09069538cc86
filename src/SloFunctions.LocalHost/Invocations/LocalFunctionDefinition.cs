using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.LocalHost.Discovery;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>A function's declaration, as middleware sees it.</summary>
internal sealed class LocalFunctionDefinition(FunctionMethod method, string triggerType) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.Method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override string PathToAssembly { get; } = method.Method.Module.Assembly.Location;

    public override string EntryPoint { get; } = method.EntryPoint;

    public override string Id => EntryPoint;

    public override string Name => method.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(method.TriggerParameter.Name!, new TriggerMetadata(method.TriggerParameter.Name!, triggerType));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerMetadata(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}

namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>What a file tells whoever deploys it.</summary>
internal sealed record BicepOutput(string Name, int Line, IReadOnlyList<BicepToken> Expression);

namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>A piece of a Bicep file.</summary>
internal sealed record BicepToken(BicepTokenKind Kind, string Text, int Line)
{
    public bool IsWord(string text) => Kind == BicepTokenKind.Word && Text == text;

    public bool IsSymbol(string text) => Kind == BicepTokenKind.Symbol && Text == text;
}

namespace SloFunctions.Application.Access;

/// <summary>Gives bytes that nobody can predict.</summary>
public interface ISecretSource
{
    /// <summary>Fills <paramref name="buffer"/>.</summary>
    void Fill(Span<byte> buffer);
}

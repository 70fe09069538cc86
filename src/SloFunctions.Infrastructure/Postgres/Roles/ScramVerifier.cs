using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.Infrastructure.Postgres.Roles;

/// <summary>What a server stores in place of a password (RFC 5803), computed here so that no password reaches its log.</summary>
internal static class ScramVerifier
{
    private const int Iterations = 4096; // the server's own default
    private const int SaltLength = 16;

    /// <exception cref="ArgumentException">The password is empty, or not printable ASCII (other text would need SASLprep).</exception>
    internal static string Of(string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        if (password.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("The password must be printable ASCII.", nameof(password));

        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var salted = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.ASCII.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var storedKey = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var serverKey = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(storedKey)}:{Convert.ToBase64String(serverKey)}";
    }
}

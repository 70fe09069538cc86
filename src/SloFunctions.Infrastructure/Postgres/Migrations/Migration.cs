using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>One reversible step of the schema.</summary>
public sealed record Migration
{
    /// <exception cref="ArgumentException">The version is not positive, or a name or script is empty.</exception>
    public Migration(int version, string name, string up, string down)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(up);
        ArgumentException.ThrowIfNullOrWhiteSpace(down);
        Version = version;
        Name = name;
        Up = up;
        Down = down;
        Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(up)));
    }

    /// <summary>Position in the order of migrations; 1 is the first.</summary>
    public int Version { get; }

    public string Name { get; }

    /// <summary>SQL that makes the step, without transaction commands.</summary>
    public string Up { get; }

    /// <summary>SQL that takes the step back.</summary>
    public string Down { get; }

    /// <summary>SHA-256 of <see cref="Up"/>, lowercase hexadecimal. The way back may still be corrected after the step was made.</summary>
    public string Checksum { get; }

    public override string ToString() => $"{Version:D4}_{Name}";
}

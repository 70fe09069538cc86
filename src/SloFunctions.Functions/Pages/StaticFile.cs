using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace SloFunctions.Functions.Pages;

/// <summary>A file that never changes while the process runs.</summary>
internal sealed class StaticFile
{
    private StaticFile(byte[] zipped, string contentType)
    {
        Zipped = zipped;
        ContentType = contentType;
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(zipped).AsSpan(0, 16))}\"";
    }

    /// <summary>The content, compressed by gzip.</summary>
    public byte[] Zipped { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    /// <summary>An entity tag of the content; weak where the client gets it uncompressed.</summary>
    public string ETag { get; }

    /// <summary>A file of this project.</summary>
    public static StaticFile Own(string name, string contentType)
    {
        using var content = Open(typeof(StaticFile).Assembly, name);
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true)) content.CopyTo(gzip);
        return new StaticFile(zipped.ToArray(), contentType);
    }

    /// <summary>A file of a package, which holds it compressed.</summary>
    public static StaticFile OfPackage(string package, string name, string contentType)
    {
        using var content = Open(Assembly.Load(package), $"{package}.node_modules.{name}");
        using var zipped = new MemoryStream();
        content.CopyTo(zipped);
        return new StaticFile(zipped.ToArray(), contentType);
    }

    private static Stream Open(Assembly assembly, string name) =>
        assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{assembly.GetName().Name} holds no {name}.");
}

using SloFunctions.OpenApi;

if (args is not [var path])
{
    await Console.Error.WriteLineAsync("usage: SloFunctions.OpenApi FILE");
    return 2;
}

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
await File.WriteAllTextAsync(path, await ContractDocument.RenderAsync());
return 0;

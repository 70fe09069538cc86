using Microsoft.Extensions.Hosting;
using SloFunctions.Functions;
using SloFunctions.Infrastructure.Settings;

try
{
    await FunctionApp.CreateBuilder(args).Build().RunAsync();
    return 0;
}
catch (InvalidSettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

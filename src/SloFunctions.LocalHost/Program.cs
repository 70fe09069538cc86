using SloFunctions.Functions;
using SloFunctions.LocalHost;
using SloFunctions.LocalHost.ApiKeys;
using SloFunctions.LocalHost.Audit;
using SloFunctions.LocalHost.Backtests;
using SloFunctions.LocalHost.Composites;
using SloFunctions.LocalHost.Databases;
using SloFunctions.LocalHost.Drift;
using SloFunctions.LocalHost.Gate;
using SloFunctions.LocalHost.Migrations;

if (args is ["migrate", .. var rest])
    return await MigrateCommand.RunAsync(rest, MigrateSettings.Read, Console.Out, Console.Error, CancellationToken.None);

if (args is ["composite", .. var question])
    return await CompositeCommand.RunAsync(question, Console.Out, Console.Error, CancellationToken.None);

if (args is ["drift", .. var stream])
{
    await using var input = Console.OpenStandardInput();
    return await DriftCommand.RunAsync(stream, input, Console.Out, Console.Error, CancellationToken.None);
}

if (args is ["backtest", .. var trial])
    return await BacktestCommand.RunAsync(trial, MigrateSettings.Read, Console.Out, Console.Error, CancellationToken.None);

if (args is ["apikey", .. var credential])
    return await ApiKeyCommand.RunAsync(credential, MigrateSettings.Read, Console.Out, Console.Error, CancellationToken.None);

if (args is ["audit", .. var inspection])
    return await AuditCommand.RunAsync(inspection, MigrateSettings.All, Console.Out, Console.Error, CancellationToken.None);

if (args is ["database", .. var look])
    return await DatabaseCommand.RunAsync(look, MigrateSettings.Read, Console.Out, Console.Error, CancellationToken.None);

if (args is ["gate", .. var deployment])
    return await GateCommand.RunAsync(deployment, Environment.GetEnvironmentVariable, Console.Out, Console.Error, CancellationToken.None);

return await LocalHostCommand.RunAsync(
    FunctionApp.CreateBuilder, typeof(FunctionApp).Assembly.GetTypes(), args, Console.Out, Console.Error);

// Each way to have the site reads its own command line and has its own help; only the one asked for is loaded.
if (process.argv[2] === 'build') await (await import('./site/commands/build.ts')).buildCommand()
else await (await import('./site/commands/serve.ts')).serveCommand()

/** The part of Eleventy's API that this project uses; Eleventy ships no types. */
declare module "@11ty/eleventy" {
  import type nunjucks from "nunjucks";

  export interface UserConfig {
    addPlugin<Options>(plugin: (config: UserConfig, options: Options) => void, options: Options): void;
    addPassthroughCopy(paths: string | Readonly<Record<string, string>>): void;
    addGlobalData(name: string, data: unknown): void;
    addWatchTarget(path: string): void;
    /** Templates that are not drawn. */
    readonly ignores: { add(path: string): void };
    /** Of the watcher: https://github.com/paulmillr/chokidar#api */
    setChokidarConfig(options: {
      readonly awaitWriteFinish: { readonly stabilityThreshold: number; readonly pollInterval: number };
    }): void;
    addLayoutAlias(name: string, path: string): void;
    setUseGitIgnore(use: boolean): void;
    setLibrary(extension: "njk", library: nunjucks.Environment): void;
    setTemplateFormats(formats: readonly string[]): void;
    setServerOptions(options: Readonly<Record<string, unknown>>): void;
    on(event: "eleventy.before", listener: () => void | Promise<void>): void;
    on(
      event: "eleventy.after",
      listener: (event: { readonly results: readonly DrawnTemplate[] }) => void | Promise<void>,
    ): void;
  }

  export interface DrawnTemplate {
    readonly inputPath: string;
    readonly outputPath: string;
    readonly content: string;
  }

  export interface EleventyOptions {
    /** Empty: no configuration file is looked for; the project loads its own. */
    readonly configPath: "";
    /** The folder in which the development server shows the site. */
    readonly pathPrefix?: string;
    readonly quietMode?: boolean;
    readonly runMode?: "build" | "serve";
    readonly config?: (config: UserConfig) => void | Promise<void>;
  }

  export class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    init(): Promise<void>;
    disableLogger(): void;
    write(): Promise<readonly [unknown, readonly DrawnTemplate[]]>;
    /** Gives the function that draws the site anew after a file has changed. */
    watch(): Promise<(path: string) => Promise<void>>;
    readonly watcher: {
      on(event: "unlink", listener: (path: string) => void): void;
    };
    serve(port: number): Promise<void>;
  }
}

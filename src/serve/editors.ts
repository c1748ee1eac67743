/** A place in a file, for an editor. */
export interface EditorPlace {
  /** Whole path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** How an editor is told where to open a file. */
export interface EditorForm {
  /** Names of its command, without a folder or an ending. */
  readonly names: readonly string[];
  /** Whether it has a window of its own; a server cannot start one that needs a terminal. */
  readonly isGraphical: boolean;
  readonly argumentsAt: (place: EditorPlace) => readonly string[];
}

/**
 * Editors by their own documents, such as https://code.visualstudio.com/docs/configure/command-line and
 * https://www.jetbrains.com/help/idea/opening-files-from-command-line.html
 */
export const editorForms: readonly EditorForm[] = [
  {
    names: ["code", "code-insiders", "codium", "vscodium", "code-oss", "cursor", "windsurf", "positron"],
    isGraphical: true,
    argumentsAt: ({ file, line, column }) => ["--goto", `${file}:${line}:${column}`],
  },
  {
    names: ["subl", "sublime_text", "zed", "zeditor", "pulsar", "atom"],
    isGraphical: true,
    argumentsAt: ({ file, line, column }) => [`${file}:${line}:${column}`],
  },
  {
    names: ["idea", "webstorm", "phpstorm", "pycharm", "goland", "rubymine", "clion", "rider", "kate", "kwrite"],
    isGraphical: true,
    argumentsAt: ({ file, line, column }) => ["--line", `${line}`, "--column", `${column}`, file],
  },
  {
    names: ["gedit", "xed", "pluma"],
    isGraphical: true,
    argumentsAt: ({ file, line, column }) => [`+${line}:${column}`, file],
  },
  { names: ["mate"], isGraphical: true, argumentsAt: ({ file, line }) => ["--line", `${line}`, file] },
  { names: ["bbedit", "gvim", "mvim"], isGraphical: true, argumentsAt: ({ file, line }) => [`+${line}`, file] },
  {
    names: ["notepad++"],
    isGraphical: true,
    argumentsAt: ({ file, line, column }) => [`-n${line}`, `-c${column}`, file],
  },
  { names: ["vim", "nvim", "vi"], isGraphical: false, argumentsAt: ({ file, line }) => [`+${line}`, file] },
  {
    names: ["nano"],
    isGraphical: false,
    argumentsAt: ({ file, line, column }) => [`+${line},${column}`, file],
  },
  {
    names: ["emacs", "emacsclient", "micro"],
    isGraphical: false,
    argumentsAt: ({ file, line, column }) => [`+${line}:${column}`, file],
  },
  {
    names: ["hx", "helix"],
    isGraphical: false,
    argumentsAt: ({ file, line, column }) => [`${file}:${line}:${column}`],
  },
];

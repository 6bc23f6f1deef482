"""The commands that stand alone, a module each: `run` takes the command's options."""

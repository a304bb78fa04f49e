/** 0 fine · 1 wrong usage · 2 bad input · 3 network or environment · 4 failed assertions or findings. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

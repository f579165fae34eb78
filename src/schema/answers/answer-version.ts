/** The version of the form in which answers are written as JSON; it rises when a key changes its meaning or goes. */
export const answerVersion = 2;

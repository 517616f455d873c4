/*
 * The part of the English catalogue that says what was done about silences; the question itself is in en-today.ts.
 */

export const silenceErrors = {
  silenceAtRest: 'That lead is at rest already. Nothing was changed.',
  silenceStage: 'That stage is of another kind than was asked for. Nothing was changed.',
}

export const todayDid = { answerSilence: 'Silence answered' }
export const todayCommands = { answerSilence: 'answer the silence' }

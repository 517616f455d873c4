/* The words that say what to do next, and how. */

/** The verb that a next step begins with, and the small words that go with it. */
export const opening =
  /^(?:please )?(?:(?:zoom|video(?: ?call)?|dm|text|whats ?app|sms|call|phone|ring|dial|e-?mail|write|meet|anrufen)(?: to| with)?(?: (?:back|again|him|her|them))*)(?=\s|$)/i

/** What to do, wherever it stands. */
export const verbs =
  /(?<![\p{L}\p{N}-])(?:zoom|video(?: ?call)?|dm|text|whats ?app|sms|call|phone|ring|e-?mail|meet|meeting|visit|lunch|coffee|demo|follow[ -]?up|send|write|anrufen)(?![\p{L}\p{N}-])/giu

import { toast } from './toast.js'

/**
 * Puts a text where it can be pasted from. Some browsers keep the clipboard to themselves: then it is shown to be taken by hand.
 * @param {string} text
 * @param {string} done what is said when it is there
 */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text)
    toast(done)
  } catch {
    toast(text)
  }
}
